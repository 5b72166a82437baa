import BroadsealCLI

Broadseal.start()
