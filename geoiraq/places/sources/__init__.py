"""Gazetteer files of others: which format a file has, and the places in it, one after the other."""
