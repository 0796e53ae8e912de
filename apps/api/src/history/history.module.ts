import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { CONFIG, type Config } from '../config/config.js'
import { CaseKeys } from './case-keys.js'
import { EntryRepository } from './entry.repository.js'
import { HistoryPages } from './history-pages.service.js'
import { HistoryController } from './history.controller.js'
import { HistoryService } from './history.service.js'
import { KeyStore } from './key-store.js'

@Module({
  imports: [AuditModule],
  controllers: [HistoryController],
  providers: [
    { provide: KeyStore, inject: [CONFIG], useFactory: (config: Config) => new KeyStore(config.dataDir) },
    CaseKeys,
    EntryRepository,
    HistoryService,
    HistoryPages,
  ],
  exports: [CaseKeys, KeyStore, EntryRepository, HistoryService],
})
export class HistoryModule {}
