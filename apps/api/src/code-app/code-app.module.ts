import { Module } from '@nestjs/common'
import { SecretsModule } from '../secrets/secrets.module.js'
import { CodeAppRepository } from './code-app.repository.js'
import { CodeAppService } from './code-app.service.js'

@Module({
  imports: [SecretsModule],
  providers: [CodeAppRepository, CodeAppService],
  exports: [CodeAppRepository, CodeAppService],
})
export class CodeAppModule {}
