import { Module } from '@nestjs/common'
import { CaseFileModule } from '../case-file/case-file.module.js'
import { ClinicModule } from '../clinic/clinic.module.js'
import { GuardianController } from './guardian.controller.js'
import { GuardianRepository } from './guardian.repository.js'
import { GuardianRounds } from './guardian-rounds.service.js'
import { GuardianService } from './guardian.service.js'

@Module({
  imports: [CaseFileModule, ClinicModule],
  controllers: [GuardianController],
  providers: [GuardianRepository, GuardianRounds, GuardianService],
})
export class GuardianModule {}
