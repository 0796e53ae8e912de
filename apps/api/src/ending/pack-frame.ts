import type { Actor } from '@accord/domain/access/subject'
import type { ClosedPack } from '@accord/domain/ending/text'
import type { CaseId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { UrgentNumbersService } from '../safety/urgent-numbers.service.js'

/** What stands in a closed pack beside what people wrote: who they are, and whom to ring. (EN5, EN7) */
@Injectable()
export class PackFrame {
  constructor(
    private readonly access: AccessService,
    private readonly numbers: UrgentNumbersService,
  ) {}

  async of({ clinic }: Actor, caseId: CaseId): Promise<Pick<ClosedPack, 'people' | 'urgent'>> {
    const [people, { numbers: urgent }] = await Promise.all([
      this.access.peopleOfCase(clinic, caseId),
      this.numbers.read(clinic),
    ])
    return { people, urgent }
  }
}
