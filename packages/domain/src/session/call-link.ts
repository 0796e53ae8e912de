/** In UTF-16 code units. */
export const LONGEST_LINK = 500

/** True for the address of a call: https, no name or password in it, nothing that a person could not read. (SE14) */
export function isCallLink(words: string): boolean {
  if (words.length > LONGEST_LINK || !/^[\x21-\x7e]+$/.test(words) || !URL.canParse(words)) return false
  const { protocol, username, password, hostname } = new URL(words)
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.')
}
