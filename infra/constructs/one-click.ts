/**
 * The mailbox's own "stop" (RFC 8058), received by the API itself: a post to the link of a mail goes directly into a queue, so that it is kept even
 * when every function is at its limit. A template writes the message; `functions/queues/posted-stop.ts` reads it.
 */
import { CfnIntegration, type HttpApi, HttpMethod, HttpNoneAuthorizer, ParameterMapping } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpSqsIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { acceptFinding } from '#infra/accept-finding.ts'

const PATH = '/u/{token}'
export const ONE_CLICK_ROUTE = `POST ${PATH}`
/** The time of the request, the token of the link, and the form as it came. The form is last, because it may be empty or hold any text. */
const MESSAGE = `one-click \${context.requestTimeEpoch} \${request.path.token} \${request.body}`
/** Not a redirect, which RFC 8058 forbids. A browser follows this header to the page of the link; a mail provider ignores it. */
const ANSWER = { Destination: 'append:header.refresh', Source: '0; url=?posted=yes' }

/** Adds the route. Returns the resource that must exist before the limits of the route can be set. */
export function takeOneClick(api: HttpApi, queue: IQueue) {
  const parameterMapping = new ParameterMapping().custom('QueueUrl', queue.queueUrl).custom('MessageBody', MESSAGE)
  const [route] = api.addRoutes({
    path: PATH,
    methods: [HttpMethod.POST],
    integration: new HttpSqsIntegration('OneClick', { queue, parameterMapping }),
    authorizer: new HttpNoneAuthorizer(),
  })
  if (!route) throw new Error('the API made no route for one-click stops')
  acceptFinding(route, {
    rule: 'AwsSolutions-APIG4',
    because:
      'Mail providers post it for a customer, without an account: the link carries a signed token, which is verified when it is read.',
  })
  const integration = api.node
    .findAll()
    .find((each): each is CfnIntegration => each instanceof CfnIntegration && each.integrationSubtype === 'SQS-SendMessage')
  if (!integration) throw new Error('the API made no integration with the queue')
  integration.responseParameters = { '200': { ResponseParameters: [ANSWER] } }
  return route
}
