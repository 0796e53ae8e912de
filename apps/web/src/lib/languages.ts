/** Languages that people may be written down as speaking, each in its own name. */
export const LANGUAGES: readonly { readonly id: string; readonly label: string }[] = [
  { id: 'en', label: 'English' },
  { id: 'ar', label: 'العربية' },
  { id: 'es', label: 'Español' },
  { id: 'fr', label: 'Français' },
  { id: 'de', label: 'Deutsch' },
  { id: 'pt', label: 'Português' },
]

export function languageNamed(id: string): string {
  return LANGUAGES.find((language) => language.id === id)?.label ?? id
}
