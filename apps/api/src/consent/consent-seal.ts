import { utf8 } from '@accord/domain/history/bytes'
import type { LogId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { z } from 'zod'
import { KeyStore } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

const signedSchema = z.strictObject({ name: z.string().nullable(), recipient: z.string().nullable() })
const toldSchema = z.strictObject({
  recipient: z.string(),
  // Older rows have none.
  address: z.string().nullable().default(null),
  what: z.string(),
  why: z.string(),
})
/** What an answer holds of words: the typed name, and whom it names. */
export type SignedWords = z.infer<typeof signedSchema>
/** What was told, to whom, and why. */
export type ToldWords = z.infer<typeof toldSchema>

export interface Sealed {
  readonly words: Buffer
  readonly keyVersion: number
}

/** Names, recipients and reasons, encrypted with the key of the case's plan. (CO3, CO9) */
@Injectable()
export class ConsentSeal {
  constructor(private readonly keys: KeyStore) {}

  sign(plan: LogId, consent: string, words: SignedWords): Sealed {
    return this.seal(plan, `accord/consent/1 ${consent}`, words)
  }

  signed(plan: LogId, consent: string, words: Buffer): SignedWords {
    return signedSchema.parse(this.open(plan, `accord/consent/1 ${consent}`, words))
  }

  tell(plan: LogId, disclosure: string, words: ToldWords): Sealed {
    return this.seal(plan, `accord/disclosure/1 ${disclosure}`, words)
  }

  told(plan: LogId, disclosure: string, words: Buffer): ToldWords {
    return toldSchema.parse(this.open(plan, `accord/disclosure/1 ${disclosure}`, words))
  }

  private seal(plan: LogId, place: string, words: unknown): Sealed {
    const { key, version } = this.keys.open(plan)
    return { words: encrypt(utf8(JSON.stringify(words)), key, utf8(place)), keyVersion: version }
  }

  private open(plan: LogId, place: string, words: Buffer): unknown {
    return JSON.parse(decrypt(words, this.keys.open(plan).key, utf8(place)).toString('utf8'))
  }
}
