/** One Lambda function: bundled from functions/<name>.lambda.ts, with its own role and log group and no permission beyond them. */

import { dirname, join } from 'node:path'
import { RemovalPolicy } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Charset, type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { DeployedName, FunctionEnv } from '#functions/env.ts'
import { TIMEOUTS } from '#infra/timeouts.ts'

const ROOT = join(import.meta.dirname, '..', '..')

export interface CareFunctionProps<Name extends DeployedName> {
  readonly name: Name
  readonly description: string
  readonly logRetention: RetentionDays
  /** In MB. The share of a processor grows with it; 1769 MB is one whole processor. */
  readonly memory: number
  /** Files that it reads at run time: by their place beside the bundle, where in the packages they come from. */
  readonly carries?: Readonly<Record<string, string>>
  /** Clients of the SDK that are seldom needed: loaded from the runtime, which carries them, when they are first used, and not bundled. */
  readonly fromRuntime?: readonly string[]
  /** Reserved concurrency; none when left out. */
  readonly reservedConcurrency?: number
}

/**
 * Modules that the code names but never loads at run time. Handlebars works without `source-map`, which maps templates back to their sources. A
 * function in Lambda has its credentials in the environment, where the SDK looks first, so the providers for people who sign in are left out (a
 * tenth of a bundle).
 */
const NEVER_LOADED = [
  'source-map',
  ...['sso', 'ini', 'process', 'web-identity', 'login'].map((way) => `@aws-sdk/credential-provider-${way}`),
]

/** What the runtime reads. The functions' own variables come through `connect`. */
export const PLATFORM_VARIABLES = { NODE_OPTIONS: '--enable-source-maps' } as const

export class CareFunction<Name extends DeployedName> extends NodejsFunction {
  constructor(
    scope: Construct,
    id: string,
    { name, description, logRetention, memory, carries = {}, fromRuntime = [], reservedConcurrency }: CareFunctionProps<Name>,
  ) {
    // A log group of our own: CloudFormation sets its retention, and the role can write to this group only.
    const logGroup = new LogGroup(scope, `${id}Logs`, { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY })
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    super(scope, id, {
      entry: join(ROOT, 'functions', `${kebab(name)}.lambda.ts`),
      handler: 'handler',
      description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: TIMEOUTS[name],
      memorySize: memory,
      role,
      logGroup,
      environment: PLATFORM_VARIABLES,
      // Version 3 of the SDK reuses connections by itself.
      awsSdkConnectionReuse: false,
      ...(reservedConcurrency && { reservedConcurrentExecutions: reservedConcurrency }),
      projectRoot: ROOT,
      depsLockFilePath: join(ROOT, 'package-lock.json'),
      bundling: {
        ...(Object.keys(carries).length > 0 && { commandHooks: copying(carries) }),
        format: OutputFormat.ESM,
        target: 'node24',
        mainFields: ['module', 'main'],
        minify: true,
        sourceMap: true,
        // Function and file names are enough to read a stack trace; whole sources would double the bundle.
        sourcesContent: false,
        bundleAwsSDK: true,
        externalModules: [...NEVER_LOADED, ...fromRuntime],
        // Vietnamese text unescaped: escaped, it would be twice as long.
        charset: Charset.UTF8,
        // CommonJS packages inside an ES module still call require() for Node's own modules.
        banner: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
      },
    })
  }

  /** Sets the variables that functions/env.ts requires for this function. A missing or surplus one does not compile. */
  connect(environment: FunctionEnv<Name>): this {
    for (const [variable, value] of Object.entries(environment)) this.addEnvironment(variable, String(value))
    return this
  }
}

/** Both paths are written in this project: no blank and no sign of a shell is in them. */
const copying = (carries: Readonly<Record<string, string>>): ICommandHooks => ({
  beforeInstall: () => [],
  beforeBundling: () => [],
  afterBundling: (inputDir, outputDir) =>
    Object.entries(carries).flatMap(([place, from]) => [
      `mkdir -p ${dirname(`${outputDir}/${place}`)}`,
      `cp ${inputDir}/node_modules/${from} ${outputDir}/${place}`,
    ]),
})

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
