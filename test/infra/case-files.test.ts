/** The bucket of the files of cases: private, kept as long as closed work, and reached by those functions that need it. */
import { describe, expect, test } from 'vitest'
import { allowedStatements, careTemplate, resource } from '#test/infra/synthesised.ts'

const template = careTemplate()
const found = resource(template, { type: 'AWS::S3::Bucket', id: 'CaseFilesBucket' })

describe('the bucket of the files of cases', () => {
  test('is private, encrypted, and outlives the stack', () => {
    const bucket = template.findResources('AWS::S3::Bucket')[found.logicalId]
    expect(bucket).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    expect(found.properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
    })
    expect(found.properties.VersioningConfiguration).toBeUndefined()
    expect(template.findOutputs('*').CaseFilesBucket?.Description).toBe('CASE_FILES_BUCKET')
  })

  test.each([1095, 90])('where closed work is kept for %i days, a file is gone a year later at the latest', (work) => {
    const { properties } = resource(careTemplate({ company: { retention: { rawMails: 365, work } } }), {
      type: 'AWS::S3::Bucket',
      id: 'CaseFilesBucket',
    })
    expect(properties.LifecycleConfiguration.Rules).toEqual([{ ExpirationInDays: work + 366, Status: 'Enabled' }])
  })

  test('lets the staff app read, write and erase, the nightly deletion delete, and the pages write what a department sends', () => {
    const onBucket = allowedStatements(template).filter(({ resources }) => resources.join().includes('CaseFilesBucket'))
    const allowedTo = (owner: string) =>
      onBucket
        .filter((statement) => statement.owner.startsWith(owner))
        .flatMap(({ actions }) => actions)
        .sort()
    expect(allowedTo('StaffAppServeStaff')).toEqual(['s3:DeleteObject', 's3:GetObject', 's3:ListBucket', 's3:PutObject'])
    expect(allowedTo('RetentionPurgeExpired')).toEqual(['s3:DeleteObject', 's3:ListBucket'])
    expect(allowedTo('PagesServePages')).toEqual(['s3:PutObject'])
    expect(onBucket.every(({ owner }) => /^(StaffAppServeStaff|Retention|PagesServePages)/.test(owner))).toBe(true)
  })
})
