import type { ClinicId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { SecretBox } from '../secrets/secret-box.js'

/** What is said about a request or a case of it, and where it stands. */
type Place = `${'words' | 'extension' | 'answer' | 'hold'} ${string}` | `lifted ${string} ${string}`

/** What people and practice say to each other about a record, with the clinic's key. (DR15) */
@Injectable()
export class RequestSeal {
  constructor(private readonly box: SecretBox) {}

  seal(clinic: ClinicId, place: Place, words: string): Buffer {
    return this.box.seal(clinic, `accord/request/1 ${place}`, words)
  }

  /** Empty where there is nothing, and once the case is erased. (DR26) */
  open(clinic: ClinicId, place: Place, sealed: Buffer | null): string {
    return sealed === null || sealed.length === 0
      ? ''
      : this.box.open(clinic, `accord/request/1 ${place}`, sealed)
  }
}
