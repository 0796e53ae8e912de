import { utf8 } from '@accord/domain/history/bytes'
import type { LogId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { openReason } from '../emergency/emergency-seal.js'
import { KeyStore } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** Which of the two is said about a look. */
type Saying = 'question' | 'answer'

/** Words about looks, encrypted with the key of the case's plan. (AC11) */
@Injectable()
export class LookWords {
  constructor(private readonly keys: KeyStore) {}

  seal(plan: LogId, saying: Saying, event: string, text: string): { words: Buffer; keyVersion: number } {
    const { key, version } = this.keys.open(plan)
    return { words: encrypt(utf8(text), key, placeOf(saying, event)), keyVersion: version }
  }

  open(plan: LogId, saying: Saying, event: string, words: Buffer): string {
    return decrypt(words, this.keys.open(plan).key, placeOf(saying, event)).toString('utf8')
  }

  /** Why a record was opened in an emergency. (EM10) */
  openReason(plan: LogId, event: string, content: Buffer): string {
    return openReason(content, event, this.keys.open(plan)).reason
  }
}

/** Associated data: words cannot be passed off as said about another look, or as the other saying. */
function placeOf(saying: Saying, event: string): Uint8Array {
  return utf8(`accord/look-${saying}/1 ${event}`)
}
