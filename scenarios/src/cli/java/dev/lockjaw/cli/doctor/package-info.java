/**
 * The command {@code doctor}, which says what this machine can run. Start with {@link
 * dev.lockjaw.cli.doctor.DoctorCommand}.
 */
package dev.lockjaw.cli.doctor;
