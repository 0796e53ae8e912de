import { createContext, useContext } from 'react'
import type { ClinicWord } from '@accord/domain/wording/clinic-wording'

/** Whose texts are checked, by what the clinic decided, and whether they want that. (WC6, WC7) */
export interface WordingSettings {
  readonly person: string
  readonly decisions: readonly ClinicWord[]
  readonly isOn: boolean
  readonly turn: (isOn: boolean) => void
}

/** Where nothing is above, nothing is checked. */
export const WordingContext = createContext<WordingSettings | null>(null)

export function useWordingSettings(): WordingSettings | null {
  return useContext(WordingContext)
}
