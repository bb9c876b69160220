// Free-text search: every word that was typed begins a word of the text, in whatever spelling and either script.

import { isArabic, skeleton, sound, words } from "./fold.ts";

/** Fewer consonants than these would find anything. */
const TELLING = 3;

/** A word that is looked for. */
export interface Sought {
  /** How it begins, as it sounds. */
  sound: string;
  /** Its consonants, for words of the other script; empty where they are too few to tell words apart. */
  skeleton: string;
  arabic: boolean;
}

/** A text made ready to be searched: its words as they sound, and their consonants by script. */
export interface Folded {
  sounds: string;
  latin: string;
  arabic: string;
}

const heard = new Map<string, { sound: string; skeleton: string; arabic: boolean }>();

function hear(word: string): { sound: string; skeleton: string; arabic: boolean } {
  const known = heard.get(word);
  if (known !== undefined) return known;
  const sounded = sound(word);
  const found = { sound: sounded, skeleton: skeleton(sounded), arabic: isArabic(word) };
  heard.set(word, found);
  return found;
}

export function seek(query: string): Sought[] {
  return words(query)
    .map(hear)
    .filter(({ sound }) => sound !== "")
    .map((word) => ({ ...word, skeleton: word.skeleton.length < TELLING ? "" : word.skeleton }));
}

export function fold(text: string): Folded {
  const folded = { sounds: " ", latin: " ", arabic: " " };
  for (const word of words(text).map(hear)) {
    folded.sounds += `${word.sound} `;
    folded[word.arabic ? "arabic" : "latin"] += `${word.skeleton} `;
  }
  return folded;
}

export function found(word: Sought, text: Folded): boolean {
  if (text.sounds.includes(` ${word.sound}`)) return true;
  return word.skeleton !== "" && text[word.arabic ? "latin" : "arabic"].includes(` ${word.skeleton}`);
}
