/** Providers that people mistype, by what they meant. */
const MEANT: Readonly<Record<string, string>> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gnail.com': 'gmail.com',
  'hotmial.com': 'hotmail.com',
  'hotmail.con': 'hotmail.com',
  'outlok.com': 'outlook.com',
  'outlook.con': 'outlook.com',
  'yaho.com': 'yahoo.com',
  'yahoo.con': 'yahoo.com',
  'iclod.com': 'icloud.com',
}

const ADDRESS = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()".]{2,}$/u

export function looksLikeEmail(text: string): boolean {
  return ADDRESS.test(text.trim())
}

/** What somebody probably meant to write; null where nothing better is known. */
export function emailMeant(text: string): string | null {
  const written = text.trim()
  const tidy = written
    .replace(/^mailto:/iu, '')
    .replace(/^.*<([^>]*)>$/u, '$1')
    .replace(/\s+/gu, '')
    .replaceAll(',', '.')
    .replace(/\.+$/u, '')
  const [name = '', domain = ''] = tidy.split('@')
  const meant = `${name}@${MEANT[domain.toLowerCase()] ?? domain}`
  return meant !== written && looksLikeEmail(meant) ? meant : null
}
