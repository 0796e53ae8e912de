import type { PersonId } from '@accord/domain/ids'

/** What stands in the fields of a form, by their names. */
type Words = Readonly<Record<string, string>>

/**
 * What somebody typed and has not saved, in the memory of this tab: it outlives a failed save, another page, and an
 * ended sign-in of the same person. Another person's is forgotten at once.
 */
let owner: PersonId | null = null
const typed = new Map<string, Words>()

export function typedWords(person: PersonId, form: string): Words | null {
  return person === owner ? (typed.get(form) ?? null) : null
}

export function keepTyped(person: PersonId, form: string, words: Words): void {
  if (person !== owner) forgetTyped()
  owner = person
  typed.set(form, words)
}

/** Forgets one form's words, or all of them. */
export function forgetTyped(form?: string): void {
  if (form === undefined) typed.clear()
  else typed.delete(form)
}
