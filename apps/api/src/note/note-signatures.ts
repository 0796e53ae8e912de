import type { Actor } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import type { NoteContent } from '@accord/domain/note/content'
import { showingOf, type ReleaseChoice, type Showing } from '@accord/domain/note/release'
import type { NoteState } from '@accord/domain/note/state'
import { Injectable } from '@nestjs/common'
import { sqlStateOf } from '../database/failures.js'
import { KeyStore } from '../history/key-store.js'
import { seal, type SealedPlace } from './note-seal.js'
import type { SeatAtNote } from './note-seats.js'
import type { SealedSignature } from './note-views.js'
import { NoteRepository } from './note.repository.js'
import { NoteWritingRepository, type Added } from './note-writing.repository.js'

const UNIQUE_VIOLATION = '23505'

interface Signature extends SealedSignature {
  readonly version: number
  readonly draft: number
  readonly at: number
  readonly late: boolean
  readonly coSigner: PersonId | null
  readonly content: NoteContent
}

/** Seals what people sign and stores it; whether they may was asked before. */
@Injectable()
export class NoteSignatures {
  constructor(
    private readonly notes: NoteRepository,
    private readonly writing: NoteWritingRepository,
    private readonly keys: KeyStore,
  ) {}

  /** False when the draft moved on. */
  async sign(
    actor: Actor,
    seat: SeatAtNote,
    { content, hash, ...signature }: Signature,
    { to, choice }: { readonly to: NoteState; readonly choice: ReleaseChoice },
  ): Promise<boolean> {
    const { note, state: from } = seat.row
    const { version, at } = signature
    const { releases } = await this.notes.aftermath(actor, note)
    const sealed = this.sealed(seat, { what: 'signed', note, number: version }, { content, hash })
    const release = this.added(seat, 'release', { number: releases.length + 1, at, content: choice })
    const showing = showingOf(choice, at)
    return this.once(
      this.writing.sign(actor, { note, ...signature, ...sealed }, { from, to }, { ...release, showing }),
    )
  }

  async amend(
    actor: Actor,
    seat: SeatAtNote,
    { number, at, words, hash }: { number: number; at: number; words: string; hash: string },
    to: NoteState,
  ): Promise<boolean> {
    const added = this.added(seat, 'amendment', { number, at, content: { words, hash } })
    return this.once(this.writing.amend(actor, added, { from: seat.row.state, to }))
  }

  /** False when another came in between. (TO10) */
  async reply(
    actor: Actor,
    seat: SeatAtNote,
    { number, at, words }: { number: number; at: number; words: string },
  ): Promise<boolean> {
    const added = this.added(seat, 'reply', { number, at, content: words })
    return this.once(this.writing.reply(actor, added).then(() => true))
  }

  async release(
    actor: Actor,
    seat: SeatAtNote,
    { choice, at, showing }: { choice: ReleaseChoice; at: number; showing: Showing },
  ): Promise<boolean> {
    const { releases } = await this.notes.aftermath(actor, seat.row.note)
    const added = this.added(seat, 'release', { number: releases.length + 1, at, content: choice })
    return this.once(this.writing.release(actor, added, showing).then(() => true))
  }

  /** @param words why it is returned; null for a co-signature */
  async coSign(
    actor: Actor,
    seat: SeatAtNote,
    { words, at }: { words: string | null; at: number },
    to: NoteState,
  ): Promise<boolean> {
    const { note, signedVersion: version, state: from } = seat.row
    const key = this.keys.open(seat.stored.plan)
    const sealed = words === null ? null : seal(words, { what: 'returned', note, number: version }, key)
    const row = { note, version, at, keyVersion: key.version, words: sealed }
    return this.once(this.writing.coSign(actor, row, { from, to }))
  }

  private added(
    seat: SeatAtNote,
    what: 'amendment' | 'reply' | 'release',
    { number, at, content }: { number: number; at: number; content: unknown },
  ): Added {
    const { note } = seat.row
    return { note, number, at, ...this.sealed(seat, { what, note, number }, content) }
  }

  private sealed({ stored }: SeatAtNote, place: SealedPlace, content: unknown) {
    const key = this.keys.open(stored.plan)
    return { keyVersion: key.version, content: seal(content, place, key) }
  }

  /** Of two who add the same number at once, one does. */
  private async once(work: Promise<boolean>): Promise<boolean> {
    try {
      return await work
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return false
      throw error
    }
  }
}
