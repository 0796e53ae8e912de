import { message, type MessageKey } from '../messages/message.js'

/** A backup or a restoration that cannot go on, in one sentence that a person can act on. (BR12) */
export class BackupFailure extends Error {
  constructor(
    readonly key: MessageKey,
    values: Readonly<Record<string, string | number>> = {},
  ) {
    super(message(key, values))
    this.name = 'BackupFailure'
  }
}
