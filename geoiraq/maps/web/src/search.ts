// Free-text search: every word that was typed begins a word of the text, in whatever spelling and either script.

import { isArabic, skeleton, sound, words } from "./fold.ts";

/** So few consonants begin too many words: they have to be all that a word has. */
const TELLING = 3;

/** A word that is looked for. */
export interface Sought {
  /** How it begins, as it sounds. */
  sound: string;
  /** Its consonants, for words of the other script, and where they are few the end of the word; empty where one tells nothing. */
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
    .map((word) => ({ ...word, skeleton: telling(word.skeleton) }));
}

function telling(skeleton: string): string {
  if (skeleton.length >= TELLING) return skeleton;
  return skeleton.length === TELLING - 1 ? `${skeleton} ` : "";
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
