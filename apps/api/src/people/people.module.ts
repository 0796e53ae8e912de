import { Module } from '@nestjs/common'
import { IdentityModule } from '../identity/identity.module.js'
import { ClientImportService } from './client-import.service.js'
import { ClientController } from './client.controller.js'
import { ClientRepository } from './client.repository.js'
import { ClientService } from './client.service.js'
import { PeopleController } from './people.controller.js'
import { PeopleRepository } from './people.repository.js'
import { PeopleService } from './people.service.js'

@Module({
  imports: [IdentityModule],
  controllers: [PeopleController, ClientController],
  providers: [ClientImportService, ClientRepository, ClientService, PeopleRepository, PeopleService],
  exports: [ClientService],
})
export class PeopleModule {}
