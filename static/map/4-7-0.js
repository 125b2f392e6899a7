export default {"land":"_BgiEA7FCGQTMEIXBZQKewBmBYMcOSaGEMSIAYeMasBQO","labels":[]};
