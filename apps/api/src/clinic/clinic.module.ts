import { Module } from '@nestjs/common'
import { ClinicController } from './clinic.controller.js'
import { ClinicRepository } from './clinic.repository.js'
import { ClinicService } from './clinic.service.js'

@Module({
  controllers: [ClinicController],
  providers: [ClinicRepository, ClinicService],
  exports: [ClinicRepository, ClinicService],
})
export class ClinicModule {}
