import { message, type MessageKey } from '../messages/message.js'

/** A rotation that cannot go on, in one sentence that a person can act on. (KR10) */
export class RotationFailure extends Error {
  constructor(
    readonly key: MessageKey,
    values: Readonly<Record<string, string | number>> = {},
  ) {
    super(message(key, values))
    this.name = 'RotationFailure'
  }
}
