/** Bounds of a password in UTF-16 units. Source: OWASP ASVS 5.0.0, 6.2.1 and 6.2.9. (CL8) */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

export type PasswordTrouble = 'too-short' | 'too-long' | 'is-own-name'

/**
 * What is wrong with a password that somebody chose: its length, or that it is their own e-mail or name. There is
 * no rule about kinds of characters. (CL8)
 * @returns null when it will do
 */
export function passwordTrouble(
  password: string,
  owner: { readonly name: string; readonly email: string },
): PasswordTrouble | null {
  if (password.length < SHORTEST_PASSWORD) return 'too-short'
  if (password.length > LONGEST_PASSWORD) return 'too-long'
  const own = [owner.name, owner.email, owner.email.split('@')[0] ?? '']
  return own.some((word) => folded(word) === folded(password)) ? 'is-own-name' : null
}

function folded(words: string): string {
  return words.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
}
