import { randomBytes } from 'node:crypto'
import { concat, field, u32, utf8, uuidBytes } from '@accord/domain/history/bytes'
import { canonicalJson } from '@accord/domain/history/content'
import type { PersonId } from '@accord/domain/ids'
import { meetingContentSchema } from '@accord/domain/rest/supervision'
import type { MeetingContent } from '@accord/domain/supervision/meeting'
import { z } from 'zod'
import type { LogKey } from '../history/key-store.js'
import { decrypt, encrypt, sha256 } from '../history/sealing.js'

/** Which version it is, and who wrote it. */
export interface VersionPlace {
  readonly meeting: string
  readonly version: number
  readonly by: PersonId
}

export interface SealedMeeting {
  readonly hash: Buffer
  readonly content: Buffer
}

const wrapperSchema = z.strictObject({ salt: z.base64(), content: z.unknown() })

/** Encrypts a version and names it by a salted hash over everything that it says, which signatures cover. (SQ10) */
export function sealMeeting(place: VersionPlace, content: MeetingContent, { key }: LogKey): SealedMeeting {
  const salt = randomBytes(16)
  const bytes = utf8(JSON.stringify({ salt: salt.toString('base64'), content }))
  return { hash: hashOf(place, salt, content), content: encrypt(bytes, key, sealedFor(place)) }
}

/** Throws when it is not what was encrypted for this place, or its hash is another's. */
export function openMeeting(place: VersionPlace, sealed: SealedMeeting, { key }: LogKey): MeetingContent {
  const bytes = decrypt(sealed.content, key, sealedFor(place))
  const { salt, content } = wrapperSchema.parse(JSON.parse(bytes.toString('utf8')))
  const read = meetingContentSchema.parse(content)
  if (!hashOf(place, Buffer.from(salt, 'base64'), read).equals(sealed.hash)) {
    throw new RangeError(`version ${place.version} of meeting ${place.meeting} has another hash`)
  }
  return read
}

function hashOf({ meeting, version, by }: VersionPlace, salt: Uint8Array, content: MeetingContent): Buffer {
  const parts = [uuidBytes(meeting), u32(version), uuidBytes(by), salt, utf8(canonicalJson(content))]
  return Buffer.from(sha256(concat([utf8('accord/meeting/1'), ...parts.map(field)])))
}

function sealedFor({ meeting, version }: VersionPlace): Uint8Array {
  return utf8(`accord/meeting/1 ${meeting} ${version}`)
}
