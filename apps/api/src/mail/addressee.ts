import type { SecretBox } from '../secrets/secret-box.js'
import type { LetterRow } from './mail.repository.js'
import { placeOfParcel } from './mail.service.js'

/** Who gets a letter and where: of somebody who is erased, what the letter itself still holds. (ER11) */
export function addresseeOf(
  secrets: SecretBox,
  { clinic_id: clinic, mail_id: id, parcel, name, email }: LetterRow,
): { readonly name: string; readonly email: string } {
  if (parcel === null) return { name, email }
  return JSON.parse(secrets.open(clinic, placeOfParcel(id), parcel)) as { name: string; email: string }
}
