import fc from 'fast-check';

/*
 * The gate asks every commit the same questions, so that it fails by what the commit changed. Everywhere else each run
 * asks other ones; what fails there tells its own seed.
 */
if (process.env.CI !== undefined) fc.configureGlobal({ seed: 20_261_126 });
