declare module "@20minutes/s3rver" {
  /** A server that speaks S3, over a folder; its key and its secret are both S3RVER. */
  export default class S3rver {
    constructor(options: {
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string; configs: string[] }[];
    });
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
