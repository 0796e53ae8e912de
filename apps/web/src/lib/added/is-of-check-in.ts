import type { PersonId, SessionId } from '@accord/domain/ids'
import type { RecordAddendum } from '@accord/domain/rest/addenda'

/** In whichever version the client sent it: of two clients each has their own of the same session. (AD9) */
export function isOfCheckIn(
  { kind, item, about }: RecordAddendum,
  session: SessionId,
  client: PersonId,
): boolean {
  return kind === 'check-in' && item === session && about.by === client
}
