import { Module } from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { EntryRepository } from './entry.repository.js'
import { HistoryService } from './history.service.js'
import { KeyStore } from './key-store.js'

@Module({
  providers: [
    { provide: KeyStore, inject: [CONFIG], useFactory: (config: Config) => new KeyStore(config.dataDir) },
    EntryRepository,
    HistoryService,
  ],
  exports: [KeyStore, EntryRepository, HistoryService],
})
export class HistoryModule {}
