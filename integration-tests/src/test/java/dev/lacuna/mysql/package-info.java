/** What MySQL and MariaDB alone have, on their own servers. */
@NullMarked
package dev.lacuna.mysql;

import org.jspecify.annotations.NullMarked;
