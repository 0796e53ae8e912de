import type { PersonId, SessionId } from '@accord/domain/ids'

const KEY = 'accord.handed-over'

interface HandedOver {
  readonly person: PersonId
  readonly session: SessionId
}

/** This device lies between two people: until the password is given it shows one page, after a reload as well. (SE13) */
export function handOver(person: PersonId, session: SessionId): void {
  localStorage.setItem(KEY, JSON.stringify({ person, session } satisfies HandedOver))
}

export function takeBack(): void {
  localStorage.removeItem(KEY)
}

/** In which session somebody handed this device over; null when they did not. */
export function handedOverBy(person: PersonId): SessionId | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as HandedOver | null
    return kept?.person === person ? kept.session : null
  } catch {
    return null
  }
}
