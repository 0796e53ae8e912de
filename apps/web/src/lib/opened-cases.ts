import type { CaseId, PersonId } from '@accord/domain/ids'

const KEPT = 6

/** The cases that a person opened last in this tab, the latest first: ids only. (FI5) */
export function openedCases(person: PersonId): readonly CaseId[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(person)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is CaseId => typeof id === 'string') : []
  } catch {
    // Storage is forbidden, or what lies there isn't ours: nothing is remembered.
    return []
  }
}

export function noteOpened(person: PersonId, opened: CaseId): void {
  const others = openedCases(person).filter((id) => id !== opened)
  try {
    sessionStorage.setItem(keyOf(person), JSON.stringify([opened, ...others].slice(0, KEPT)))
  } catch {
    // Storage is full or forbidden: the list stays as it was.
  }
}

export function forgetOpened(person: PersonId): void {
  try {
    sessionStorage.removeItem(keyOf(person))
  } catch {
    // A browser that forbids storage has nothing to forget.
  }
}

function keyOf(person: PersonId): string {
  return `accord.opened.${person}`
}
