/** Letters that no normal form takes apart, as people type them who have no key for them. */
const TYPED_AS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** The words of a text as they are compared: without case, accents and punctuation. (FI2) */
export function foldWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/gu, (letter) => TYPED_AS[letter] ?? letter)
    .replace(/['’]/gu, '')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
