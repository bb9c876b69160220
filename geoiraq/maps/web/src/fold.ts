// When two spellings are the same word, as geoiraq/places/names.py has it: for searching as one types.

import spelling from "./spelling.json" with { type: "json" };

const MARKS = /[\p{M}'’‘ʼʻʾʿ`´′‛ʹˈ＇ـ\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/;
const LATIN: Record<string, string> = { ı: "i", ø: "o", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ł: "l" };
const TWINS: Record<string, string> = Object.fromEntries(
  [..."أإآٱىئؤةەھکیگپچژڤڕڵۆێ"].map((letter, i) => [letter, [..."ااااييوهههكيكبجزفرلوي"][i]!]),
);
const DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
const DIN = /(?<=[a-z]{3})h?[aeiu]d{1,2}[ie]{1,2}n$/;
/** Longer runs of letters are no words that anyone looks for. */
const LONGEST_WORD = 60;

const ARTICLES = new Set(spelling.articles);
const INNER_ARTICLES = new Set(spelling.inner_articles);
const VARIANTS = new Map(spelling.variants.flatMap((row) => row.map((written) => [plain(written), row[0]!])));
const SOUNDS = spelling.sounds as Record<string, string>;
const SOUND = new RegExp(Object.keys(SOUNDS).sort((a, b) => b.length - a.length).join("|"), "g");
const CONSONANTS = spelling.consonants as Record<string, string>;

/** Fold case, diacritics, digits, apostrophes and invisible marks away. */
export function plain(text: string): string {
  const bare = text.replace(MARKS, "").normalize("NFKD").replace(MARKS, "").toLowerCase();
  return bare.replace(/[ıøðþßæœł]/g, (c) => LATIN[c]!).replace(/[٠-٩۰-۹]/g, (c) => String(DIGITS.indexOf(c) % 10));
}

/** Plain words, articles removed. */
export function words(text: string): string[] {
  const kept = (plain(text).match(WORD) ?? []).map((word) => word.slice(0, LONGEST_WORD)).map(withoutArticle);
  const bare = kept.filter((word, i) => !(ARTICLES.has(word) && i < kept.length - 1 && (i > 0 || !INNER_ARTICLES.has(word))));
  return bare.length > 0 ? bare : kept;
}

function withoutArticle(word: string): string {
  return word.startsWith("ال") && word.length > 4 ? word.slice(2) : word;
}

/** The sound of one plain word: equal for the spellings that people use for one name. */
export function sound(word: string): string {
  if (ARABIC.test(word)) return squeezed(word.replace(/./gu, (c) => (c === "ء" ? "" : (TWINS[c] ?? c))));
  const known = VARIANTS.get(word) ?? word;
  const heard = (known.length > 6 ? known.replace(DIN, "din") : known).replace(SOUND, (found) => SOUNDS[found]!);
  const ended = heard.length > 2 ? heard.replace(/(?<=[aeiouy])h$/, "") : heard;
  const classed = squeezed(ended.replace(/[ey]/g, "i").replace(/[ow]/g, "u"));
  return squeezed(classed.replaceAll("ai", "i").replaceAll("au", "u"));
}

/** The consonants of a sound, alike in both scripts: vowels are not written in Arabic. */
export function skeleton(sound: string): string {
  if (!ARABIC.test(sound)) return squeezed(sound.replace(/[aiu]/g, ""));
  const bare = sound.length > 2 ? sound.replace(/ه$/, "") : sound;
  return squeezed(bare.replace(/./gu, (c) => CONSONANTS[c] ?? (/\d/.test(c) ? c : "")));
}

export function isArabic(text: string): boolean {
  return ARABIC.test(text);
}

function squeezed(text: string): string {
  return text.replace(/(.)\1+/gu, "$1");
}
