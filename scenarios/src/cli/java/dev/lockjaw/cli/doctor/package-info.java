/**
 * The command {@code doctor}, which shows what this machine can run. It runs no scenario. What a
 * transport lacks, and what would help, the transport itself describes. Start with {@link
 * dev.lockjaw.cli.doctor.DoctorCommand}.
 */
package dev.lockjaw.cli.doctor;
