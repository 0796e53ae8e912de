import { createHash, timingSafeEqual } from 'node:crypto'
import type { Proof, ProofKind } from '@accord/domain/rest/welcome'
import { Injectable } from '@nestjs/common'
import { CodeAppService } from '../code-app/code-app.service.js'
import { SecretBox } from '../secrets/secret-box.js'
import { placeOfCode } from './reset-code.repository.js'
import { WelcomeRepository, type GoodLink } from './welcome.repository.js'

/**
 * What a link's person may prove themselves by. Whoever has a code app and asks for a new way themselves proves it with
 * the app alone: a day of birth is weaker than what it would replace. (ID18, ID19)
 */
export function proofsOf({ purpose, code_mark, birth_date, has_app }: GoodLink): readonly ProofKind[] {
  if (purpose === 'reset' && code_mark === null && has_app) return ['app']
  if (purpose === 'reset' && code_mark !== null) return ['code']
  return [
    ...(birth_date === null ? [] : ['birth-date' as const]),
    ...(code_mark === null ? [] : ['code' as const]),
  ]
}

/** Whether somebody knows what only a link's person knows. */
@Injectable()
export class ProofService {
  constructor(
    private readonly secrets: SecretBox,
    private readonly codeApps: CodeAppService,
    private readonly repository: WelcomeRepository,
  ) {}

  async isRight(link: GoodLink, { kind, value }: Proof): Promise<boolean> {
    if (!proofsOf(link).includes(kind)) return false
    switch (kind) {
      case 'birth-date':
        return isSame(value.trim(), link.birth_date ?? '')
      case 'code':
        return (
          link.code_mark !== null &&
          this.secrets.isMarked(
            link.clinic_id,
            placeOfCode(link.id),
            value.replace(/\s/g, ''),
            link.code_mark,
          )
        )
      case 'app':
        return this.isOfTheApp(link, value)
    }
  }

  /** Good once by itself; of this one link it is remembered until the link is used. (ID28) */
  private async isOfTheApp(link: GoodLink, value: string): Promise<boolean> {
    const { clinic_id: clinic, person_id: person, id, proven_mark } = link
    const place = `accord/link-app/1 ${id}`
    if (proven_mark && this.secrets.isMarked(clinic, place, value, proven_mark)) return true
    if (!(await this.codeApps.isRight({ clinic, person }, value))) return false
    await this.repository.proved(link, this.secrets.mark(clinic, place, value))
    return true
  }
}

function isSame(one: string, other: string): boolean {
  const digest = (words: string) => createHash('sha256').update(words, 'utf8').digest()
  return timingSafeEqual(digest(one), digest(other))
}
