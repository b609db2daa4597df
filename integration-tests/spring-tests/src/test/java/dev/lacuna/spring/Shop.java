package dev.lacuna.spring;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. It knows nothing of Lacuna. */
@SpringBootApplication
class Shop {}
