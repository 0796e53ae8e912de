/** What a person chose. `system` follows the device, and is what everyone starts with. */
export type ThemeChoice = 'system' | 'light' | 'dark'

export const THEME_CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark']
export const THEME_KEY = 'accord.theme'

/** Reads a remembered choice; anything unknown means that nobody has chosen. */
export function readThemeChoice(remembered: string | null): ThemeChoice {
  return THEME_CHOICES.find((choice) => choice === remembered) ?? 'system'
}

/** Shows a choice on the page's root. Without the attribute the stylesheet follows the device. */
export function applyTheme(choice: ThemeChoice, root: HTMLElement): void {
  if (choice === 'system') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', choice)
}
