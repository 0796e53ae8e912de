import { utf8 } from '@accord/domain/history/bytes'
import type { LogId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { KeyMissing, KeyStore } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** Words of acknowledgements, each encrypted with a key of its own: the record's key may be what is gone. (HI23) */
@Injectable()
export class AlarmNotes {
  constructor(private readonly keys: KeyStore) {}

  seal(id: string, text: string): { note: Buffer; keyVersion: number } {
    const { key, version } = this.keys.create(id as LogId)
    return { note: encrypt(utf8(text), key, placeOf(id)), keyVersion: version }
  }

  /** Empty where the key is gone: that somebody knows stands without their words. */
  open(id: string, note: Buffer): string {
    try {
      return decrypt(note, this.keys.open(id as LogId).key, placeOf(id)).toString('utf8')
    } catch (error) {
      if (error instanceof KeyMissing) return ''
      throw error
    }
  }
}

/** Associated data: a note cannot be passed off as another's. */
function placeOf(id: string): Uint8Array {
  return utf8(`accord/alarm-note/1 ${id}`)
}
