import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { ClinicModule } from '../clinic/clinic.module.js'
import { CONFIG, type Config } from '../config/config.js'
import { HistoryModule } from '../history/history.module.js'
import { BundleService } from './bundle.service.js'
import { BundledEntries } from './bundled-entries.js'
import { CheckpointBook } from './checkpoint-book.js'
import { CheckpointService } from './checkpoint.service.js'
import { CheckpointFile, checkpointFile } from './checkpoint-store.js'
import { HeadsRepository } from './heads.repository.js'
import { LatestNote } from './latest-note.js'
import { ProofController } from './proof.controller.js'
import { ProofService } from './proof.service.js'
import { ensureSigningKey, SIGNER, signingKeyFile, type CheckpointSigner } from './signing-key.js'

@Module({
  imports: [AuditModule, ClinicModule, HistoryModule],
  controllers: [ProofController],
  providers: [
    {
      provide: SIGNER,
      inject: [CONFIG],
      useFactory: ({ dataDir, checkpoints }: Config) =>
        ensureSigningKey(checkpoints.keyFile ?? signingKeyFile(dataDir)),
    },
    {
      provide: CheckpointBook,
      inject: [CONFIG, SIGNER],
      useFactory: ({ dataDir, checkpoints }: Config, signer: CheckpointSigner) =>
        new CheckpointBook(
          new CheckpointFile(checkpoints.file ?? checkpointFile(dataDir)),
          signer,
          new LatestNote(dataDir),
        ),
    },
    HeadsRepository,
    CheckpointService,
    ProofService,
    BundledEntries,
    BundleService,
  ],
  exports: [BundledEntries, CheckpointService],
})
export class ProofModule {}
