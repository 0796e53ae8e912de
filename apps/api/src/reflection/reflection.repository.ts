import type { OwnReflection } from '@accord/domain/rest/reflection'
import { NO_REFLECTION, REFLECTION_PARTS, type ReflectionWords } from '@accord/domain/session/reflection'
import { Injectable } from '@nestjs/common'
import { PrivatePages } from '../process-note/private-pages.js'
import type { SessionReader, StoredSession } from '../session/session.repository.js'

/** A practitioner's own page about how they were in a session, which nobody else can name. (RF2) */
@Injectable()
export class ReflectionRepository {
  constructor(private readonly pages: PrivatePages) {}

  async read(reader: SessionReader, { session }: StoredSession): Promise<OwnReflection | null> {
    const page = await this.pages.read('reflection', reader, session)
    return page && { ...wordsOf(page.words), version: page.version, at: page.at }
  }

  /** @returns false where another version came in between */
  async save(
    reader: SessionReader,
    session: StoredSession,
    { version, at, ...words }: ReflectionWords & { readonly version: number; readonly at: number },
  ): Promise<boolean> {
    const isEmpty = REFLECTION_PARTS.every((part) => words[part] === '')
    const page = { version, at, words: isEmpty ? null : JSON.stringify(words) }
    return this.pages.keep('reflection', reader, session, page)
  }
}

function wordsOf(opened: Buffer | null): ReflectionWords {
  const words = opened && (JSON.parse(opened.toString('utf8')) as ReflectionWords)
  return words ?? NO_REFLECTION
}
