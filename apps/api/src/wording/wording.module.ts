import { Module } from '@nestjs/common'
import { WordingController } from './wording.controller.js'
import { WordingRepository } from './wording.repository.js'
import { WordingService } from './wording.service.js'

@Module({ controllers: [WordingController], providers: [WordingRepository, WordingService] })
export class WordingModule {}
