import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ClinicId, LogId } from '@accord/domain/ids'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { KeyStore, type LogKey } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** What belongs to a clinic's people and is no log: links that wait in letters, the secrets of code apps. (ID13, ID27) */
@Injectable()
export class SecretBox {
  private readonly keys: KeyStore

  constructor(@Inject(CONFIG) { dataDir }: Config) {
    this.keys = new KeyStore(dataDir)
  }

  /** @param place where it will stand; it opens nowhere else */
  seal(clinic: ClinicId, place: string, words: string): Buffer {
    return encrypt(Buffer.from(words, 'utf8'), this.keyOf(clinic).key, Buffer.from(place, 'utf8'))
  }

  open(clinic: ClinicId, place: string, sealed: Buffer): string {
    return decrypt(sealed, this.keyOf(clinic).key, Buffer.from(place, 'utf8')).toString('utf8')
  }

  /** What the database keeps of a short code: of no use without the clinic's key, which lies elsewhere. */
  mark(clinic: ClinicId, place: string, code: string): Buffer {
    return createHmac('sha256', this.keyOf(clinic).key).update(`${place}\n${code}`, 'utf8').digest()
  }

  isMarked(clinic: ClinicId, place: string, code: string, mark: Buffer): boolean {
    return timingSafeEqual(this.mark(clinic, place, code), mark)
  }

  /** The clinic's own key lies with those of its logs, under the clinic's id. */
  private keyOf(clinic: ClinicId): LogKey {
    return this.keys.openOrCreate(clinic as string as LogId)
  }
}
