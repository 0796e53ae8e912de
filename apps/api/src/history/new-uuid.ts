import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@accord/domain/ids'

/** A new UUID of version 7. @param now in ms */
export function newUuid(now: number): string {
  return uuidV7(now, randomBytes(10))
}
