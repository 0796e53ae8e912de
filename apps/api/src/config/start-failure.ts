import { message, type MessageKey } from '../messages/message.js'

/** A start that cannot go on, in one sentence that a person can act on. */
export class StartFailure extends Error {
  constructor(
    readonly key: MessageKey,
    values: Readonly<Record<string, string | number>> = {},
  ) {
    super(message(key, values))
    this.name = 'StartFailure'
  }
}
