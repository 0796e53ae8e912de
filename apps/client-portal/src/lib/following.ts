import type { SessionId } from '@accord/domain/ids'

const KEY = 'accord.following'

/** Whether this tab goes where the practitioner is, in a session; a reload leaves it so. (SE10) */
export function isFollowing(session: SessionId): boolean {
  return sessionStorage.getItem(KEY) === session
}

export function follow(session: SessionId): void {
  sessionStorage.setItem(KEY, session)
}

export function lookAround(): void {
  sessionStorage.removeItem(KEY)
}
