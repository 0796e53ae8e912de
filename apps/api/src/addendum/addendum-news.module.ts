import { Module } from '@nestjs/common'
import { AddendumNewsReading } from './addendum-news-reading.js'
import { AddendumNewsRepository } from './addendum-news.repository.js'

/** What practitioners and supervisors are told of what was added to records. (AD8) */
@Module({
  providers: [AddendumNewsReading, AddendumNewsRepository],
  exports: [AddendumNewsReading],
})
export class AddendumNewsModule {}
