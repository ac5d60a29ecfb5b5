/** The input of SendEmail by the service model of SES v2. */
import { z } from 'zod'

const ContentSchema = z.object({ Data: z.string(), Charset: z.string().optional() })

const HeaderSchema = z.object({
  Name: z
    .string()
    .min(1)
    .max(126)
    .regex(/^[!-9;-@A-~]+$/),
  Value: z
    .string()
    .min(1)
    .max(995)
    .regex(/^[ -~]*$/),
})

export const TagSchema = z.object({ Name: z.string(), Value: z.string() })

const AttachmentSchema = z.object({
  RawContent: z.base64(),
  FileName: z.string().max(255),
  ContentDisposition: z.enum(['ATTACHMENT', 'INLINE']).optional(),
  ContentId: z.string().min(1).max(78).optional(),
  ContentType: z.string().min(1).max(78).optional(),
})

export const SendEmailSchema = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .object({
      ToAddresses: z.array(z.string()).optional(),
      CcAddresses: z.array(z.string()).optional(),
      BccAddresses: z.array(z.string()).optional(),
    })
    .optional(),
  ReplyToAddresses: z.array(z.string()).default([]),
  Content: z.object({
    Simple: z
      .object({
        Subject: ContentSchema,
        Body: z.object({ Text: ContentSchema.optional(), Html: ContentSchema.optional() }),
        Headers: z.array(HeaderSchema).max(15).optional(),
        Attachments: z.array(AttachmentSchema).optional(),
      })
      .optional(),
    Raw: z.object({ Data: z.base64() }).optional(),
    Template: z.object({ TemplateName: z.string().optional(), TemplateArn: z.string().optional() }).optional(),
  }),
  EmailTags: z.array(TagSchema).default([]),
  ConfigurationSetName: z.string().optional(),
  ListManagementOptions: z.object({ ContactListName: z.string() }).optional(),
  TenantName: z.string().optional(),
})
export type SendEmailInput = z.infer<typeof SendEmailSchema>
