import { isFit, type LivePart } from '@accord/domain/case/part'
import type { ClinicId } from '@accord/domain/ids'
import type { EntityManager } from 'typeorm'
import { Refused } from '../http/refused.js'
import type { CaseFileRepository } from './case-file.repository.js'

/** Refuses whoever is unknown here, disabled, or not employed as what they are to be. (CL10) */
export async function mustBeFit(
  repository: CaseFileRepository,
  manager: EntityManager,
  clinic: ClinicId,
  { person, relation }: LivePart,
): Promise<void> {
  const member = await repository.member(manager, clinic, person)
  if (!isFit(member, relation)) throw new Refused('unfit-person')
}
