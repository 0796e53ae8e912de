import { uuidV7 } from '@accord/domain/ids'

/** The id that a new step, comment, topic card or small win is proposed with. (LP7) */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
