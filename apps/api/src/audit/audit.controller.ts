import {
  auditSearchSchema,
  type AuditChecked,
  type AuditFindings,
  type AuditPage,
  type AuditSearch,
} from '@accord/domain/rest/audit'
import { Controller, Get, Header, Query } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { Fresh } from '../access/fresh.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { AuditService } from './audit.service.js'

@Controller('api/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Action('audit.read')
  page(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Query(new Parsed(auditSearchSchema)) search: AuditSearch,
  ): Promise<AuditPage> {
    return this.audit.page(actor, search)
  }

  @Get('file')
  @Action('audit.export')
  @Fresh()
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="audit.csv"')
  file(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Query(new Parsed(auditSearchSchema)) search: AuditSearch,
  ): Promise<string> {
    return this.audit.file(actor, search)
  }

  @Get('check')
  @Action('audit.read')
  check(@WhoIsSignedIn() { actor }: SignedIn): Promise<AuditChecked> {
    return this.audit.check(actor)
  }

  @Get('findings')
  @Action('audit.read')
  findings(@WhoIsSignedIn() { actor }: SignedIn): Promise<AuditFindings> {
    return this.audit.findings(actor)
  }
}
